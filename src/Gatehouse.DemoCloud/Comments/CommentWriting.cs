using System.Globalization;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Activity;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Notifications;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Comments;

/// <summary>Makes, changes and deletes comments; whom one mentions gets a notification.</summary>
internal sealed class CommentWriting(
    AppStore<CommentsState> store,
    DemoAppContext context,
    NotificationsApp notifications,
    ActivityApp activity
)
{
    private const int MaxMessage = 1000;

    public async Task<DavError?> CreateAsync(DavCall call, FileNode file, CancellationToken cancellationToken)
    {
        var body = await call.Context.JsonBodyAsync();
        var message = body?["message"]?.ToString().Trim() ?? "";
        if (body?["actorType"]?.ToString() != "users" || body["verb"]?.ToString() != "comment" || message.Length == 0)
        {
            return DavError.BadRequest("Invalid input values");
        }

        if (TooLong(message) is { } error)
        {
            return error;
        }

        var id = await store.ChangeAsync(
            state => (state.With(file.Id, call.Me.Id, message, context.Time.GetUtcNow()), state.Next),
            cancellationToken
        );
        await activity.AddAsync(call.Me, "commented", file.Id, with: null, cancellationToken);
        foreach (var person in Mentions.Of(message, context.People).Where(person => person != call.Me))
        {
            var subject = $"{{user}} mentioned you in a comment on “{file.Path.Name}”";
            var link = $"{context.Announcement.Url}/f/{file.Id}";
            var draft = new NotificationDraft("comments", subject, message, link, "files", Text(file.Id), call.Me.Id);
            await notifications.AddAsync(person.Id, draft, cancellationToken);
        }

        call.Response.Headers.ContentLocation = $"{call.Root}/files/{file.Id}/{id}";
        await call.Response.EmptyAsync(StatusCodes.Status201Created);
        return null;
    }

    public async Task<DavError?> ChangeAsync(DavCall call, Comment comment, CancellationToken cancellationToken)
    {
        var (message, error) = await SetAsync(call, "message");
        error ??=
            comment.Author != call.Me.Id ? DavError.Forbidden("Only authors are allowed to edit their comment.") : null;
        error ??= TooLong(message ?? "");
        if (error is not null)
        {
            return error;
        }

        _ = await store.ChangeAsync(
            state =>
                (
                    state with
                    {
                        All = state.All.ConvertAll(one =>
                            one.Id == comment.Id ? one with { Message = message ?? one.Message } : one
                        ),
                    },
                    true
                ),
            cancellationToken
        );
        return await DoneAsync(call, "message");
    }

    public async Task<DavError?> MarkReadAsync(DavCall call, FileNode file, CancellationToken cancellationToken)
    {
        var (text, error) = await SetAsync(call, "readMarker");
        if (error is not null)
        {
            return error;
        }

        var until = DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : context.Time.GetUtcNow();
        _ = await store.ChangeAsync(state => (state.Read(file.Id, call.Me.Id, until), true), cancellationToken);
        return await DoneAsync(call, "readMarker");
    }

    public async Task<DavError?> DeleteAsync(DavCall call, Comment comment, CancellationToken cancellationToken)
    {
        if (comment.Author != call.Me.Id)
        {
            return DavError.Forbidden("Only authors are allowed to delete their comment.");
        }

        _ = await store.ChangeAsync(
            state => (state with { All = state.All.RemoveAll(one => one.Id == comment.Id) }, true),
            cancellationToken
        );
        await call.Response.DoneAsync(created: false);
        return null;
    }

    private static DavError? TooLong(string message) =>
        message.Length > MaxMessage
            ? DavError.BadRequest($"Message exceeds allowed character limit of {MaxMessage}")
            : null;

    private static async Task<(string? Value, DavError? Error)> SetAsync(DavCall call, string name)
    {
        var (body, error) = await DavXml.ReadAsync(call.Context.Request);
        var props = body?.Element(DavNames.D + "set")?.Element(DavNames.D + "prop");
        return (props?.Element(DavNames.Oc + name)?.Value, error);
    }

    private static async Task<DavError?> DoneAsync(DavCall call, string name)
    {
        var path = call.Context.Request.PathBase + call.Context.Request.Path;
        var response = new XElement(
            DavNames.D + "response",
            new XElement(DavNames.D + "href", DavHref.Encode(path)),
            DavXml.PropStat([DavXml.Empty(DavNames.Oc + name)], "200 OK")
        );
        call.Response.Headers.Vary = "Brief,Prefer";
        await DavXml.MultistatusAsync(call.Response, [response]);
        return null;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
