using Gatehouse.Nextcloud.Files;

namespace Gatehouse.Nextcloud.Tools.Files.Rules;

/// <summary>
/// Nextcloud composes names before it looks for them (Unicode form C), so that <c>u</c> with a combining mark reaches what is called
/// <c>ü</c>. The tables for that are not in every process (invariant globalization), so names that it would change are not let through where
/// something is hidden; what Nextcloud itself lists is composed.
/// </summary>
internal static class ComposedName
{
    /// <summary>What composes with what stands before it, or stands for another character.</summary>
    private static readonly (char First, char Last)[] changing =
    [
        ('\u0300', '\u036f'),
        ('\u0374', '\u0374'),
        ('\u037e', '\u037e'),
        ('\u0387', '\u0387'),
        ('\u0653', '\u0655'),
        ('\u093c', '\u093c'),
        ('\u0958', '\u095f'),
        ('\u09bc', '\u09be'),
        ('\u09d7', '\u09df'),
        ('\u0a33', '\u0a3c'),
        ('\u0b3c', '\u0b3e'),
        ('\u0b56', '\u0b5d'),
        ('\u0bbe', '\u0bbe'),
        ('\u0bd7', '\u0bd7'),
        ('\u0c56', '\u0c56'),
        ('\u0cc2', '\u0cc2'),
        ('\u0cd5', '\u0cd6'),
        ('\u0d3e', '\u0d3e'),
        ('\u0d57', '\u0d57'),
        ('\u0dca', '\u0ddf'),
        ('\u0f71', '\u0fb9'),
        ('\u102e', '\u102e'),
        ('\u1161', '\u11c2'),
        ('\u1b35', '\u1b35'),
        ('\u1f71', '\u1f7d'),
        ('\u1fbb', '\u1fff'),
        ('\u2000', '\u2001'),
        ('\u2126', '\u212b'),
        ('\u2329', '\u232a'),
        ('\u2adc', '\u2adc'),
        ('\u3099', '\u309a'),
        ('\uf900', '\ufb4e'),
    ];

    public static bool Is(FilePath path) =>
        !path.Value.Any(c =>
            char.IsSurrogate(c) ? IsChanging(c) : Array.Exists(changing, r => c >= r.First && c <= r.Last)
        );

    /// <summary>High surrogates of the musical and Indic marks, and of the compatibility ideographs; those of emoji are others.</summary>
    private static bool IsChanging(char surrogate) =>
        surrogate is '\ud804' or '\ud805' or '\ud834' or (>= '\ud87e' and <= '\ud87f');
}
