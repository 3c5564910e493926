using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Tools.Errors;

/// <summary>Reads arguments into typed values; an error names the argument.</summary>
internal static class Arguments
{
    public static ETag ETag(string text) =>
        Dav.ETag.TryParse(text, out var etag)
            ? etag
            : throw Bad("etag", "It is not an ETag. Take it from the tool that read the thing, unchanged.");

    public static int Between(string name, int value, int least, int most) =>
        value >= least && value <= most ? value : throw Bad(name, $"It must be from {least} to {most}.");

    public static long AtLeast(string name, long value, long least) =>
        value >= least ? value : throw Bad(name, $"It must be at least {least}.");

    public static string NotEmpty(string name, string value) =>
        string.IsNullOrWhiteSpace(value) ? throw Bad(name, "It must not be empty.") : value;

    public static ToolException Bad(string name, string why) =>
        new($"The argument '{name}' is not valid: {why}\nNext step: correct it and call again.");
}
