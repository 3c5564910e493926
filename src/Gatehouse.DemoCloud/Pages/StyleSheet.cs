using Gatehouse.DemoCloud.Errors;

namespace Gatehouse.DemoCloud.Pages;

/// <summary>The style of all pages, as a file of its own so that no page needs inline styles.</summary>
internal static class StyleSheet
{
    public const string Path = "/core/css/pages.css";

    private static readonly Lazy<string> Text = new(Read);

    public static void Map(IEndpointRouteBuilder routes) =>
        _ = routes.MapGet(Path, context => context.Response.TextAsync(StatusCodes.Status200OK, "text/css", Text.Value));

    private static string Read()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("pages.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
