using FsCheck;
using FsCheck.Fluent;

namespace Gatehouse.OAuth.Tests.Properties;

/// <summary>Random input, built from the pieces on which parsers differ.</summary>
internal static class Generated
{
    private static readonly string[] Characters =
    [
        .. "abzAZ09 -._~!*'();:@&=+$,/?#[]%\"\\<>{}|^`\t\r\n\0".Select(c => c.ToString()),
        "ü",
        "€",
        "😀",
        "\u202E",
        "\u2028",
        "%41",
        "null",
        "https://",
    ];

    private static readonly string[] Starts =
    [
        "http://127.0.0.1",
        "http://localhost",
        "http://[::1]",
        "http://127.0.0.1:80",
        "http://localhost:65535",
        "http://[::1]:1",
        "https://claude.ai",
        "https://claude.ai:443",
        "https://evil.example",
        "https://127.0.0.1",
        "https://[::1]",
        "cursor://anysphere.cursor-mcp",
        "com.example.app:",
        "http://",
        "https://",
        "HTTP://127.0.0.1",
        "",
    ];

    private static readonly string[] Continuations =
    [
        "/",
        "//",
        "/callback",
        "/Callback",
        "/a/../b",
        "?",
        "?a=b",
        "&",
        "&c=d",
        ":",
        ":0",
        ":8080",
        "@",
        "@evil.example",
        ".",
        ".evil.example",
        "evil.example",
        "\\",
        "#",
        "%2e",
        "%40",
        "%",
        ";",
        "ü",
        " ",
        "\t",
    ];

    /// <summary>Well-formed Unicode with everything that needs an escape somewhere.</summary>
    public static Gen<string> Text { get; } = Join(Characters);

    /// <summary>Any UTF-16, lone surrogates included.</summary>
    public static Gen<string> AnyText { get; } =
        Gen.OneOf(Text, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    /// <summary>What may or may not be a redirect address.</summary>
    public static Gen<string> RedirectText { get; } =
        from start in Gen.Elements(Starts)
        from rest in Gen.OneOf(Gen.Constant(""), Gen.Elements(Continuations), Join(Continuations))
        select start + rest;

    /// <summary>Redirect addresses that were accepted.</summary>
    public static Gen<RedirectUri> Redirect { get; } =
        RedirectText.Where(text => RedirectUri.Parse(text).Error is null).Select(Sample.Redirect);

    public static Gen<ScopeSet> ScopeSet { get; } =
        Gen.Elements("a", "b", "c", "d", "notes.read", "notes.write", "files.read", "files.write", "openid")
            .ArrayOf()
            .Select(names => OAuth.ScopeSet.Of(names.Select(Scope.Of)));

    private static Gen<string> Join(string[] pieces) => Gen.Elements(pieces).ArrayOf().Select(string.Concat);
}
