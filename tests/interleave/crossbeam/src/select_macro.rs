//! `select!`: the first of several channel operations that can go on.

/// Waits for the first of several operations: `recv(r) -> x => e`, `send(s, m) -> x => e`, `default => e`,
/// `default(duration) => e`.
///
/// Where several can go on, each of them is explored. A default with a duration may come at any moment.
#[macro_export]
macro_rules! select {
    ($($arms:tt)*) => { $crate::__arms!(ends [] [] [] [] $($arms)*) };
}

/// Collects the arms: `ends [path to the next end] [ends] [arms] [default]`, then expands them.
///
/// The ends are evaluated once, into nested pairs: an arm's path through them is `.1` for each arm before it, then `.0`.
#[doc(hidden)]
#[macro_export]
macro_rules! __arms {
    // a block needs no comma behind it
    ($t:ident [$($p:tt)*] [$($e:tt)*] [$($a:tt)*] [$($d:tt)*] recv($r:expr) -> $x:pat => $body:block, $($rest:tt)*) => {
        $crate::__arms!($t [$($p)* .1] [$($e)* (&$r),] [$($a)* ([$($p)* .0] [] [$x] [$body])] [$($d)*] $($rest)*)
    };
    ($t:ident [$($p:tt)*] [$($e:tt)*] [$($a:tt)*] [$($d:tt)*] recv($r:expr) -> $x:pat => $body:block $($rest:tt)*) => {
        $crate::__arms!($t [$($p)* .1] [$($e)* (&$r),] [$($a)* ([$($p)* .0] [] [$x] [$body])] [$($d)*] $($rest)*)
    };
    ($t:ident [$($p:tt)*] [$($e:tt)*] [$($a:tt)*] [$($d:tt)*] recv($r:expr) -> $x:pat => $body:expr $(, $($rest:tt)*)?) => {
        $crate::__arms!($t [$($p)* .1] [$($e)* (&$r),] [$($a)* ([$($p)* .0] [] [$x] [$body])] [$($d)*] $($($rest)*)?)
    };
    ($t:ident [$($p:tt)*] [$($e:tt)*] [$($a:tt)*] [$($d:tt)*] send($s:expr, $m:expr) -> $x:pat => $body:block, $($rest:tt)*) => {
        $crate::__arms!($t [$($p)* .1] [$($e)* (&$s),] [$($a)* ([$($p)* .0] [$m] [$x] [$body])] [$($d)*] $($rest)*)
    };
    ($t:ident [$($p:tt)*] [$($e:tt)*] [$($a:tt)*] [$($d:tt)*] send($s:expr, $m:expr) -> $x:pat => $body:block $($rest:tt)*) => {
        $crate::__arms!($t [$($p)* .1] [$($e)* (&$s),] [$($a)* ([$($p)* .0] [$m] [$x] [$body])] [$($d)*] $($rest)*)
    };
    ($t:ident [$($p:tt)*] [$($e:tt)*] [$($a:tt)*] [$($d:tt)*] send($s:expr, $m:expr) -> $x:pat => $body:expr $(, $($rest:tt)*)?) => {
        $crate::__arms!($t [$($p)* .1] [$($e)* (&$s),] [$($a)* ([$($p)* .0] [$m] [$x] [$body])] [$($d)*] $($($rest)*)?)
    };
    ($t:ident [$($p:tt)*] [$($e:tt)*] [$($a:tt)*] [] default $(($duration:expr))? => $body:block, $($rest:tt)*) => {
        $crate::__arms!($t [$($p)*] [$($e)*] [$($a)*] [{ $(let _ = $duration;)? $body }] $($rest)*)
    };
    ($t:ident [$($p:tt)*] [$($e:tt)*] [$($a:tt)*] [] default $(($duration:expr))? => $body:block $($rest:tt)*) => {
        $crate::__arms!($t [$($p)*] [$($e)*] [$($a)*] [{ $(let _ = $duration;)? $body }] $($rest)*)
    };
    ($t:ident [$($p:tt)*] [$($e:tt)*] [$($a:tt)*] [] default $(($duration:expr))? => $body:expr $(, $($rest:tt)*)?) => {
        $crate::__arms!($t [$($p)*] [$($e)*] [$($a)*] [{ $(let _ = $duration;)? $body }] $($($rest)*)?)
    };
    ($t:ident [$($p:tt)*] [$($end:expr,)*] [$($arm:tt)*] [$($default:tt)*]) => {
        match $crate::__pairs!($($end),*) {
            $t => {
                let __chosen = $crate::__select(&$crate::__cases!($t $($arm)*), $crate::__is_some!($($default)*));
                $crate::__take!($t __chosen [0] [$($arm)*] [$($default)*])
            }
        }
    };
}

/// The cases of all arms, in order.
#[doc(hidden)]
#[macro_export]
macro_rules! __cases {
    ($t:ident $(([$($path:tt)*] [$($m:expr)?] [$x:pat] [$body:expr]))*) => { [$($t $($path)* .__case()),*] };
}

/// Whether there is anything.
#[doc(hidden)]
#[macro_export]
macro_rules! __is_some {
    () => {
        false
    };
    ($($something:tt)+) => {
        true
    };
}

/// The arm that was chosen, as a chain of `if`: so `break` and `continue` in an arm mean the loop around the `select!`.
#[doc(hidden)]
#[macro_export]
macro_rules! __take {
    ($t:ident $chosen:ident [$($n:tt)*] [([$($path:tt)*] [$($m:expr)?] [$x:pat] [$body:expr]) $($rest:tt)*] [$($default:tt)*]) => {
        if $chosen == Some($($n)*) {
            let $x = $t $($path)* .__complete($($m)?);
            $body
        } else {
            $crate::__take!($t $chosen [$($n)* + 1] [$($rest)*] [$($default)*])
        }
    };
    ($t:ident $chosen:ident [$($n:tt)*] [] [$default:expr]) => { $default };
    ($t:ident $chosen:ident [$($n:tt)*] [] []) => { unreachable!("a case was chosen") };
}

/// `a b c` as `(a, (b, (c, ())))`.
#[doc(hidden)]
#[macro_export]
macro_rules! __pairs {
    () => { () };
    ($first:expr $(, $rest:expr)*) => { ($first, $crate::__pairs!($($rest),*)) };
}
