using System.Text;
using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Errors;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>
/// Asks the person before something that is hard to take back: by elicitation, which the client shows to them (revision 2026-07-28 carries it as
/// an input request, earlier ones as a request of the server). A client that can ask nobody gets an error that tells the model to ask, and a code to
/// come back with: that holds up a model that acts in haste, not one that lies.
/// </summary>
internal static class Confirmation
{
    private const string Argument = "confirmation";
    private const string Key = "confirm";

    /// <summary>Returns when the person agreed.</summary>
    /// <param name="request">The call; its tool has an argument <c>confirmation</c>.</param>
    /// <param name="question">What is going to happen, e.g. <c>Delete 12 files in /Projects?</c></param>
    /// <exception cref="ToolException">They did not, or have not been asked yet.</exception>
    public static void Require(RequestContext<CallToolRequestParams> request, string question)
    {
        var codes = request.Services!.GetRequiredService<ConfirmationCodes>();
        var asked = $"{Call(request)} {question}";
        if (request.Params.InputResponses?.TryGetValue(Key, out var response) is true)
        {
            var answer = response.Deserialize(InputResponse.ElicitResultJsonTypeInfo);
            if (answer?.IsAccepted is not true)
                throw new ToolException(
                    "The person did not agree, and nothing was done.\nNext step: ask them what they want instead."
                );
            if (codes.Holds(asked, request.Params.RequestState))
                return;
        }

        // Who can be asked is asked: a code is for those who cannot.
        if (CanAsk(request))
            throw new InputRequiredException(
                new Dictionary<string, InputRequest>(StringComparer.Ordinal)
                {
                    [Key] = InputRequest.ForElicitation(
                        new ElicitRequestParams { Message = question, RequestedSchema = new() }
                    ),
                },
                codes.Of(asked)
            );
        if (codes.Holds(asked, Given(request)))
            return;
        throw new ToolException(
            $"This needs the person's word first, and nothing was done yet: {question}\n"
                + $"Next step: ask the person. Only when they agree, call again with the same arguments and {Argument} '{codes.Of(asked)}'."
        );
    }

    private static bool CanAsk(RequestContext<CallToolRequestParams> request) =>
        request.Server.IsMrtrSupported && request.Server.ClientCapabilities?.Elicitation is not null;

    private static string? Given(RequestContext<CallToolRequestParams> request) =>
        request.Params.Arguments?.TryGetValue(Argument, out var given) is true
        && given.ValueKind == JsonValueKind.String
            ? given.GetString()
            : null;

    /// <summary>This call of this person: a code for one set of arguments is none for another.</summary>
    private static string Call(RequestContext<CallToolRequestParams> request)
    {
        var account = CallerOf.Get(request).Account;
        var text = new StringBuilder($"{account.Cloud} {account.UserId} {request.Params.Name}");
        var arguments = request.Params.Arguments ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (
            var (name, value) in arguments.Where(a => a.Key != Argument).OrderBy(a => a.Key, StringComparer.Ordinal)
        )
            _ = text.Append(' ').Append(name).Append('=').Append(value.GetRawText());
        return text.ToString();
    }
}
