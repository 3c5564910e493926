using Gatehouse.DemoCloud.Authentication;
using Gatehouse.DemoCloud.Errors;
using RazorSlices;

namespace Gatehouse.DemoCloud.Pages;

/// <summary>Answers with a page.</summary>
internal static class PageAnswers
{
    /// <summary>The title scripted browsers know from the real one.</summary>
    public const string Title = "Nextcloud";

    public static async Task PageAsync(this HttpContext context, int status, RazorSlice page)
    {
        var response = context.Response;
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
        // The real one says no-referrer; then a browser without its script would send `Origin: null` with these forms.
        response.Headers["Referrer-Policy"] = "same-origin";
        await using var html = new StringWriter();
        await page.RenderAsync(html, cancellationToken: context.RequestAborted);
        await response.TextAsync(status, Answers.HtmlType, html.ToString());
    }

    public static Task MessageAsync(this HttpContext context, int status, string heading, params string[] texts) =>
        context.PageAsync(status, Message.Create(new MessageModel(context.Frame(), heading, texts)));

    public static Task NotFoundPageAsync(this HttpContext context) =>
        context.PageAsync(
            StatusCodes.Status404NotFound,
            Message.Create(
                new MessageModel(
                    context.Frame(),
                    "Page not found",
                    ["The page could not be found on the server or you may not be allowed to view it."],
                    context.Request.PathBase + "/"
                )
            )
        );

    public static PageFrame Frame(this HttpContext context, string title = Title) =>
        new(
            title,
            context.Request.PathBase + StyleSheet.Path,
            context.Features.Get<Caller>()?.Session.RequestToken() ?? ""
        );
}
