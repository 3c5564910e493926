using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Mail;

/// <summary>Accounts, mailboxes, lists of messages, messages and what is attached to them.</summary>
internal sealed class MailReading(AppStore<MailState> store, DemoAppContext app)
{
    public const string Root = "/apps/mail/api/";
    private const string Ocs = "/ocs/{version}/apps/mail/message/{id:long}";

    public void Map(IEndpointRouteBuilder routes, AppDoor door)
    {
        _ = routes.MapGet(Root + "accounts", door.For(AccountsAsync));
        _ = routes.MapGet(Root + "mailboxes", door.For(MailboxesAsync));
        _ = routes.MapGet(Root + "messages", door.For(MessagesAsync));
        _ = routes.MapGet(Root + "messages/{id:long}/attachment/{part}", door.For(AttachmentAsync));
        _ = routes.MapGet(Ocs, OcsGuard.For((context, me) => MessageAsync(context, me, raw: false)));
        _ = routes.MapGet(Ocs + "/raw", OcsGuard.For((context, me) => MessageAsync(context, me, raw: true)));
    }

    /// <summary>The real one says so for what is not there, too.</summary>
    public static Task ForbiddenAsync(HttpContext context) =>
        context.Response.JsonAsync(StatusCodes.Status403Forbidden, new JsonArray());

    public static long Id(HttpContext context) =>
        long.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);

    private Task AccountsAsync(HttpContext context, Person me)
    {
        var account = store.Current.AccountOf(me.Id);
        return context.Response.JsonAsync(
            StatusCodes.Status200OK,
            account is null ? new JsonArray() : new JsonArray(account.ToJson())
        );
    }

    private Task MailboxesAsync(HttpContext context, Person me)
    {
        var state = store.Current;
        var account = state.AccountOf(me.Id);
        return account is null || account.Id != Number(context.Request.Query["accountId"], 0)
            ? ForbiddenAsync(context)
            : context.Response.JsonAsync(
                StatusCodes.Status200OK,
                account.MailboxesToJson(box => state.Messages.Count(one => one.MailboxId == box && !one.Seen))
            );
    }

    private Task MessagesAsync(HttpContext context, Person me)
    {
        var state = store.Current;
        var query = context.Request.Query;
        var mailbox = Number(query["mailboxId"], 0);
        if (state.AccountOf(me.Id)?.Has(mailbox) is not true)
        {
            return ForbiddenAsync(context);
        }

        var filter = MailFilter.Parse(query["filter"].ToString());
        var before = Number(query["cursor"], long.MaxValue);
        var tags = state.Tags.Where(tag => tag.Person == me.Id).ToList();
        var found = state
            .Messages.Where(one => one.MailboxId == mailbox && one.Date < before && filter.Matches(one))
            .OrderByDescending(one => one.Date)
            .ThenByDescending(one => one.Id)
            .Take((int)Math.Clamp(Number(query["limit"], 20), 1, 100))
            .Select(JsonNode (one) => one.ToSummary(tags));
        return context.Response.JsonAsync(StatusCodes.Status200OK, new JsonArray([.. found]));
    }

    private Task MessageAsync(HttpContext context, Person me, bool raw) =>
        app.Faults.IsAppDisabled("mail") || store.Current.Find(me.Id, Id(context)) is not { } message
            ? context.OcsAsync(404, 404, "", "Message, Account or Mailbox not found")
            : context.OcsAsync(raw ? JsonValue.Create(message.ToSource()) : message.ToFull(app.Announcement.Url));

    private async Task AttachmentAsync(HttpContext context, Person me)
    {
        var part = Number(context.Request.RouteValues["part"] as string, 0) - 2;
        if (store.Current.Find(me.Id, Id(context)) is not { } message || part < 0 || part >= message.Files.Count)
        {
            await ForbiddenAsync(context);
            return;
        }

        var file = message.Files[(int)part];
        var response = context.Response;
        response.ContentType = file.ContentType;
        response.ContentLength = file.Bytes.Length;
        response.Headers.ContentDisposition = $"attachment; filename=\"{file.Name}\"";
        await response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }

    private static long Number(string? text, long otherwise) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
