namespace Gatehouse.DemoCloud.Dav;

/// <summary>Names a file or folder may not have.</summary>
internal static class FileNames
{
    public static DavError? Check(string name) =>
        name.Contains('\\', StringComparison.Ordinal)
            ? DavError.InvalidPath("\"\\\" is not allowed inside a file or folder name.")
        : name.Equals(".htaccess", StringComparison.OrdinalIgnoreCase)
            ? DavError.InvalidPath($"\"{name}\" is a forbidden file or folder name.")
        : name.EndsWith(".part", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".filepart", StringComparison.OrdinalIgnoreCase)
            ? DavError.InvalidPath($"\"{Path.GetExtension(name)}\" is a forbidden file type.")
        : name.Length > 250 ? DavError.InvalidPath("Filename is too long")
        : null;
}
