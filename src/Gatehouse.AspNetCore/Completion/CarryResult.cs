using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.Completion;

/// <summary>The page with the command to paste, as an answer. Its buttons copy; without JavaScript they are not there, and a click selects.</summary>
internal sealed class CarryResult(CarryPageModel model) : IResult
{
    private const string Script = """
        for (const button of document.querySelectorAll('button[data-copy]')) {
          button.hidden = false;
          button.addEventListener('click', async () => {
            const text = document.getElementById(button.dataset.copy);
            try {
              await navigator.clipboard.writeText(text.textContent);
              button.textContent = 'Copied';
            } catch {
              getSelection().selectAllChildren(text);
              button.textContent = 'Selected: copy it with the keyboard';
            }
          });
        }
        """;

    public Task ExecuteAsync(HttpContext httpContext) =>
        Page.WriteAsync(httpContext, CarryPage.Create(model), "You are signed in", script: Script);
}
