using System.Buffers.Text;
using System.Security.Cryptography;
using RazorSlices;

namespace Gatehouse.AspNetCore.Pages;

/// <summary>Writes a page in the common frame, with the headers that keep it alone: no framing, no foreign code, no cache.</summary>
public static class Page
{
    /// <summary>Writes a page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="content">What stands inside the frame.</param>
    /// <param name="title">For the window.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="refresh">Value of a Refresh for browsers without JavaScript, such as <c>3</c> or <c>0;url=…</c>; null for none.</param>
    /// <param name="script">Script of the page; null for none.</param>
    public static Task WriteAsync(
        HttpContext context,
        RazorSlice content,
        string title,
        int status = StatusCodes.Status200OK,
        string? refresh = null,
        string? script = null
    )
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";

        // No form-action: Chromium enforces it along the redirect that follows the form, and the client's address is foreign.
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; connect-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";

        // Not no-referrer: it would turn the Origin of our own forms into null.
        headers["Referrer-Policy"] = "same-origin";
        var frame = Frame.Create(new FrameModel(title, nonce, content, refresh, script));

        // The slice sets the status itself, and would set 200.
        frame.StatusCode = status;
        return ((IResult)frame).ExecuteAsync(context);
    }
}
