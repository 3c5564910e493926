using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>The waiting page as an answer. It goes on by itself: by script, or by refresh where there is none.</summary>
internal sealed class WaitingResult(WaitingPageModel model) : IResult
{
    // A page in the background is slowed down by the browser; it looks at once when it comes back to the front.
    private const string Script = """
        let busy = false;
        async function look() {
          if (busy) return;
          busy = true;
          try {
            const answer = await fetch(location.pathname + '/state', { cache: 'no-store' });
            if (answer.ok && (await answer.json()).state !== 'waiting') { location.reload(); return; }
            if (answer.status >= 400 && answer.status < 500) { location.reload(); return; }
          } catch { /* the server is out of reach for a moment: look again */ }
          busy = false;
        }
        setInterval(look, 1500);
        document.addEventListener('visibilitychange', () => { if (!document.hidden) look(); });
        """;

    public Task ExecuteAsync(HttpContext httpContext) =>
        Page.WriteAsync(
            httpContext,
            WaitingPage.Create(model),
            $"Sign in at {model.Place}",
            refresh: "3",
            script: Script
        );
}
