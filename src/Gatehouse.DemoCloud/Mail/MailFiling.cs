using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Mail;

/// <summary>Flags, tags, moves and deletes messages.</summary>
internal sealed class MailFiling(AppStore<MailState> store)
{
    private const string One = MailReading.Root + "messages/{id:long}";

    public void Map(IEndpointRouteBuilder routes, AppDoor door)
    {
        _ = routes.MapPut(One + "/flags", door.For(FlagAsync));
        _ = routes.MapPut(One + "/tags/{label}", door.For((context, me) => TagAsync(context, me, isTagged: true)));
        _ = routes.MapDelete(One + "/tags/{label}", door.For((context, me) => TagAsync(context, me, isTagged: false)));
        _ = routes.MapPost(One + "/move", door.For(MoveAsync));
        _ = routes.MapDelete(One, door.For(DeleteAsync));
        _ = routes.MapPost(MailReading.Root + "tags", door.For(CreateTagAsync));
    }

    private async Task FlagAsync(HttpContext context, Person me)
    {
        var flags = (await context.JsonBodyAsync())?["flags"] as JsonObject ?? [];
        await ChangeAsync(
            context,
            me,
            (state, message) =>
                state with
                {
                    Messages = state.Messages.Replace(
                        message,
                        flags.Aggregate(
                            message,
                            (one, flag) => one.WithFlag(flag.Key, flag.Value?.GetValueKind() == JsonValueKind.True)
                        )
                    ),
                }
        );
    }

    private Task TagAsync(HttpContext context, Person me, bool isTagged)
    {
        var label = (string)context.Request.RouteValues["label"]!;
        return ChangeAsync(
            context,
            me,
            (state, message) =>
            {
                if (!state.Tags.Any(tag => tag.Person == me.Id && tag.Label == label))
                {
                    return null;
                }

                var tags = message.Tags.Remove(label);
                var tagged = message with { Tags = isTagged ? tags.Add(label) : tags };
                return state with { Messages = state.Messages.Replace(message, tagged) };
            }
        );
    }

    private async Task MoveAsync(HttpContext context, Person me)
    {
        var target = (await context.JsonBodyAsync())?["destFolderId"]?.GetValue<long>() ?? 0;
        await ChangeAsync(
            context,
            me,
            (state, message) =>
                state.AccountOf(me.Id)!.Has(target)
                    ? (state with { Messages = state.Messages.Remove(message) }).With(
                        message with
                        {
                            MailboxId = target,
                        }
                    )
                    : null
        );
    }

    /// <summary>What is in the trash already is gone for good.</summary>
    private Task DeleteAsync(HttpContext context, Person me) =>
        ChangeAsync(
            context,
            me,
            (state, message) =>
            {
                var trash = state.AccountOf(me.Id)!.Mailbox("trash");
                var without = state with { Messages = state.Messages.Remove(message) };
                return message.MailboxId == trash ? without : without.With(message with { MailboxId = trash });
            }
        );

    private async Task CreateTagAsync(HttpContext context, Person me)
    {
        var body = await context.JsonBodyAsync();
        var name = body?["displayName"]?.ToString() ?? "";
        var color = body?["color"]?.ToString() ?? "";
        if (name.Length is 0 or > 128)
        {
            var data = new JsonObject { ["message"] = "The maximum length for displayName is 128" };
            await context.Response.JsonAsync(400, new JsonObject { ["status"] = "fail", ["data"] = data });
            return;
        }

        var tag = await store.ChangeAsync(
            state =>
            {
                var label = MailTag.LabelOf(name);
                if (state.Tags.FirstOrDefault(one => one.Person == me.Id && one.Label == label) is { } there)
                {
                    return (null, there);
                }

                var made = new MailTag(state.LastId + 1, me.Id, name, color);
                return (state with { Tags = state.Tags.Add(made), LastId = made.Id }, made);
            },
            context.RequestAborted
        );
        await context.Response.JsonAsync(StatusCodes.Status200OK, tag.ToJson());
    }

    private async Task ChangeAsync(HttpContext context, Person me, Func<MailState, MailMessage, MailState?> change)
    {
        var isDone = await store.ChangeAsync(
            state =>
                state.Find(me.Id, MailReading.Id(context)) is { } message && change(state, message) is { } next
                    ? (next, true)
                    : (null, false),
            context.RequestAborted
        );
        await (
            isDone
                ? context.Response.JsonAsync(StatusCodes.Status200OK, new JsonArray())
                : MailReading.ForbiddenAsync(context)
        );
    }
}
