using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Mail;

/// <summary>Drafts and the outbox. What is sent stays in this cloud: nothing leaves the machine.</summary>
internal sealed class MailSending(AppStore<MailState> store, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes, AppDoor door)
    {
        _ = routes.MapPost(MailReading.Root + "drafts", door.For((context, me) => StoreAsync(context, me, true)));
        _ = routes.MapPost(MailReading.Root + "outbox", door.For((context, me) => StoreAsync(context, me, false)));
        _ = routes.MapPost(
            MailReading.Root + "drafts/move/{id:long}",
            door.For((context, me) => TakeAsync(context, me, KeepDraft, "Message moved to IMAP"))
        );
        _ = routes.MapPost(
            MailReading.Root + "outbox/{id:long}",
            door.For((context, me) => TakeAsync(context, me, Send, "Message sent"))
        );
        foreach (var where in new[] { "drafts", "outbox" })
        {
            _ = routes.MapDelete(
                $"{MailReading.Root}{where}/{{id:long}}",
                door.For((context, me) => TakeAsync(context, me, (state, _) => state, "Message deleted"))
            );
        }
    }

    private async Task StoreAsync(HttpContext context, Person me, bool isDraft)
    {
        var body = await context.JsonBodyAsync();
        if (body is null || store.Current.AccountOf(me.Id)?.Id != body["accountId"]?.GetValue<long>())
        {
            await MailReading.ForbiddenAsync(context);
            return;
        }

        var files = await FilesAsync(me, body["attachments"] as JsonArray ?? [], context.RequestAborted);
        var stored = await store.ChangeAsync(
            state =>
            {
                var local = new LocalMessage(
                    state.LastId + 1,
                    me.Id,
                    isDraft,
                    body["subject"]?.ToString() ?? "",
                    body["bodyHtml"]?.ToString() ?? body["bodyPlain"]?.ToString() ?? body["body"]?.ToString() ?? "",
                    body["isHtml"]?.GetValueKind() == JsonValueKind.True
                )
                {
                    To = MailAddress.Read(body["to"]),
                    Cc = MailAddress.Read(body["cc"]),
                    Bcc = MailAddress.Read(body["bcc"]),
                    Files = files,
                    InReplyTo = body["inReplyToMessageId"]?.ToString(),
                };
                return (state with { Locals = state.Locals.Add(local), LastId = local.Id }, local);
            },
            context.RequestAborted
        );
        await SuccessAsync(context, StatusCodes.Status201Created, stored.ToJson());
    }

    private async Task TakeAsync(
        HttpContext context,
        Person me,
        Func<MailState, LocalMessage, MailState> use,
        string said
    )
    {
        var id = MailReading.Id(context);
        var isThere = await store.ChangeAsync(
            state =>
                state.Locals.FirstOrDefault(one => one.Id == id && one.Person == me.Id) is { } local
                    ? (use(state with { Locals = state.Locals.Remove(local) }, local), true)
                    : (null, false),
            context.RequestAborted
        );
        await (
            isThere
                ? SuccessAsync(context, StatusCodes.Status202Accepted, JsonValue.Create(said))
                : MailReading.ForbiddenAsync(context)
        );
    }

    private MailState KeepDraft(MailState state, LocalMessage local)
    {
        var account = state.AccountOf(local.Person)!;
        var message = local.ToMessage(account, time.GetUtcNow().ToUnixTimeSeconds());
        return state.With(message with { MailboxId = account.Mailbox("drafts"), Draft = true, Seen = true });
    }

    private MailState Send(MailState state, LocalMessage local) =>
        state.Deliver(local, state.AccountOf(local.Person)!, time.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>What is no file of the person is left away without a word, as in the real one.</summary>
    private static async Task<ImmutableList<MailFile>> FilesAsync(
        Person me,
        JsonArray attachments,
        CancellationToken cancellationToken
    )
    {
        var files = ImmutableList.CreateBuilder<MailFile>();
        foreach (var attachment in attachments)
        {
            if (
                FilePath.TryParse(attachment?["fileName"]?.ToString() ?? "", out var path)
                && me.Home.Tree.Find(path) is { IsFolder: false } node
                && me.Home.Open(node.Id) is { } opened
            )
            {
                await using (opened)
                {
                    using var bytes = new MemoryStream();
                    await opened.Bytes.CopyToAsync(bytes, cancellationToken);
                    files.Add(new MailFile(node.Path.Name, node.ContentType, bytes.ToArray()));
                }
            }
        }

        return files.ToImmutable();
    }

    private static Task SuccessAsync(HttpContext context, int status, JsonNode? data) =>
        context.Response.JsonAsync(status, new JsonObject { ["status"] = "success", ["data"] = data });
}
