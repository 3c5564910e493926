using Gatehouse.DemoCloud.Authentication;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Activity;

/// <summary>Writes into a person's activities what their calls did to calendars and address books, and to what is in them.</summary>
internal sealed class DavNews(ObjectStore calendars, ObjectStore contacts, ActivityApp activity)
{
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (
            http.Request.Method is not ("PUT" or "DELETE" or "MKCALENDAR" or "MKCOL")
            || http.Caller().Person is not { } me
            || ObjectPlace.Of(http.Request.Path.Value!, calendars, contacts) is not { } place
            || place.User != me.Id
        )
        {
            await next(http);
            return;
        }

        var before = place.Look();
        await next(http);
        var after = place.Look();
        if (
            http.Response.StatusCode is < 200 or >= 300
            || (after ?? before) is not { } there
            || before?.Version == after?.Version
        )
        {
            return;
        }

        var (what, thing) =
            after is null ? ("deleted", there.Thing with { Href = null })
            : before is null ? ("created", there.Thing)
            : ("updated", there.Thing);
        var type = $"{there.Word}_{what}";
        if (ActivityWords.Knows(type))
        {
            await activity.AddAsync(me, type, thing, CancellationToken.None);
        }
    }
}
