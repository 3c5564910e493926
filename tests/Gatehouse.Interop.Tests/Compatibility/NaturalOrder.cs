using System.Text.RegularExpressions;

namespace Gatehouse.Interop.Tests.Compatibility;

/// <summary>Versions as people order them: 0.9 before 0.10.</summary>
internal static partial class NaturalOrder
{
    private const int Digits = 9;

    /// <summary>What to sort a version by.</summary>
    public static string Of(string version) => Number().Replace(version, number => number.Value.PadLeft(Digits, '0'));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
