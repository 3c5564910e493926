using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Sharing;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Deck;

/// <summary>Lets calls in, gives a first visitor a board, and writes answers.</summary>
internal sealed class DeckDoor(AppStore<DeckState> store, Shares shares, DemoAppContext context)
{
    private readonly AppDoor door = new(context.Faults, "deck");

    public RequestDelegate Read(Func<DeckCall, DeckAnswer> route) =>
        door.For(
            async (http, me) =>
            {
                await WelcomeAsync(me, http.RequestAborted);
                if (http.Request.Headers.IfModifiedSince.Count > 0)
                {
                    await FailAsync(http);
                    return;
                }

                await WriteAsync(http, route(new(Seen(store.Current), me, context.Time.GetUtcNow(), http, [])));
            }
        );

    public RequestDelegate Write(Func<DeckCall, (DeckState? State, DeckAnswer Answer)> route) =>
        door.For(
            async (http, me) =>
            {
                await WelcomeAsync(me, http.RequestAborted);
                var body = await http.JsonBodyAsync() ?? [];
                var answer = await store.ChangeAsync(
                    state => route(new(Seen(state), me, context.Time.GetUtcNow(), http, body)),
                    http.RequestAborted
                );
                await WriteAsync(http, answer);
            }
        );

    /// <summary>A route that does something outside of Deck; without an answer it has written one itself.</summary>
    public RequestDelegate Open(Func<DeckCall, Task<DeckAnswer?>> route) =>
        door.For(
            async (http, me) =>
            {
                await WelcomeAsync(me, http.RequestAborted);
                var call = new DeckCall(Seen(store.Current), me, context.Time.GetUtcNow(), http, []);
                if (await route(call) is { } answer)
                {
                    await WriteAsync(http, answer);
                }
            }
        );

    public RequestDelegate Ocs(Func<DeckCall, (DeckState? State, DeckAnswer Answer)> route) =>
        OcsGuard.For(
            async (http, me) =>
            {
                if (context.Faults.IsAppDisabled("deck"))
                {
                    await http.OcsAsync(404, OcsAnswer.NotFound, "Invalid query, please check the syntax.");
                    return;
                }

                await WelcomeAsync(me, http.RequestAborted);
                var body = HttpMethods.IsGet(http.Request.Method) ? [] : await http.JsonBodyAsync() ?? [];
                var answer = await store.ChangeAsync(
                    state => route(new(Seen(state), me, context.Time.GetUtcNow(), http, body)),
                    http.RequestAborted
                );
                await (
                    answer.Status == StatusCodes.Status200OK
                        ? http.OcsAsync(answer.Body)
                        : http.OcsAsync(answer.Status, answer.Status, answer.Body?["message"]?.GetValue<string>() ?? "")
                );
            }
        );

    private DeckState Seen(DeckState state) =>
        state with
        {
            Attached = shares
                .All.Where(share => share.Kind == ShareKind.DeckCard)
                .CountBy(share => long.Parse(share.With!, CultureInfo.InvariantCulture))
                .ToDictionary(),
        };

    private Task WelcomeAsync(Person me, CancellationToken cancellationToken) =>
        store.Current.Visitors.Contains(me.Id)
            ? Task.CompletedTask
            : store.ChangeAsync(
                state => (DeckSamples.Welcome(state, me.Id, context.Time.GetUtcNow().ToUnixTimeSeconds()), true),
                cancellationToken
            );

    private static Task WriteAsync(HttpContext http, DeckAnswer answer)
    {
        if (answer.Modified is { } modified)
        {
            var etag = ETagOf(modified);
            http.Response.Headers.ETag = $"\"{etag}\"";
            if (Answers.Names(http.Request.Headers.IfNoneMatch, etag))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }

        return http.Response.JsonAsync(answer.Status, answer.Body);
    }

    /// <summary>The real one makes its ETags of seconds, so that two changes within one have the same.</summary>
    public static string ETagOf(long? modified) =>
        Convert.ToHexStringLower(
            SHA256
                .HashData(Encoding.UTF8.GetBytes((modified ?? -1).ToString(CultureInfo.InvariantCulture)))
                .AsSpan(0, 16)
        );

    private static Task FailAsync(HttpContext http)
    {
        var id = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 20);
        return http.Response.JsonAsync(
            StatusCodes.Status500InternalServerError,
            new JsonObject
            {
                ["status"] = StatusCodes.Status500InternalServerError,
                ["message"] =
                    "Internal server error: Please contact the server administrator if this error reappears multiple times, "
                    + $"please include the request ID \"{id}\" below in your report.",
                ["requestId"] = id,
            }
        );
    }
}
