using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Completion;

/// <summary>
/// Hands the answer to the client: a web page or a program on this computer by redirect, an app by a page that opens it and
/// stays useful when the system has nothing to open it with.
/// </summary>
internal sealed class Finisher(TimeProvider time)
{
    public IResult Finish(OpenTransaction transaction)
    {
        var content = transaction.Content;
        if (content.Answer is not { } answer || content.AnswerUntil < time.GetUtcNow())
        {
            return new ErrorResult(Problems.Expired, transaction.Stored.Id, StatusCodes.Status410Gone);
        }

        return content.Request.Redirect.Kind == RedirectUriKind.PrivateScheme
            ? new FinishedResult(
                new FinishedPageModel(content.Request.ClientName, answer, transaction.Stored.Id.Value, content.IsDenied)
            )
            : Results.Extensions.ToClient(answer);
    }
}
