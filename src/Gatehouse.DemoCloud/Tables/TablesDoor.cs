using System.Globalization;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Tables;

/// <summary>Lets calls in, and writes answers plainly or in the envelope of OCS.</summary>
internal sealed class TablesDoor(AppStore<TablesState> store, DemoAppContext context)
{
    private readonly AppDoor door = new(context.Faults, "tables");

    /// <summary>Version 1, below <c>/apps</c>.</summary>
    public RequestDelegate Plain(Func<TablesCall, (TablesState? State, TablesAnswer Answer)> route) =>
        door.For(
            async (http, me) =>
            {
                var answer = await AnswerAsync(http, me, route);
                await (
                    answer.Body is null
                        ? http.Response.EmptyAsync(answer.Status)
                        : http.Response.JsonAsync(answer.Status, answer.Body)
                );
            }
        );

    /// <summary>Version 2, below <c>/ocs</c>.</summary>
    public RequestDelegate Ocs(Func<TablesCall, (TablesState? State, TablesAnswer Answer)> route) =>
        OcsGuard.For(
            async (http, me) =>
            {
                if (context.Faults.IsAppDisabled("tables"))
                {
                    await http.OcsAsync(404, OcsAnswer.NotFound, "Invalid query, please check the syntax.");
                    return;
                }

                var answer = await AnswerAsync(http, me, route);
                await (
                    answer switch
                    {
                        { Status: StatusCodes.Status200OK } => http.OcsAsync(answer.Body),
                        { Body: null } => http.Response.EmptyAsync(answer.Status),
                        _ => http.OcsAsync(answer.Status, answer.Status, (string?)answer.Body["message"] ?? ""),
                    }
                );
            }
        );

    private async Task<TablesAnswer> AnswerAsync(
        HttpContext http,
        Person me,
        Func<TablesCall, (TablesState? State, TablesAnswer Answer)> route
    )
    {
        var body = HttpMethods.IsGet(http.Request.Method) ? [] : await http.JsonBodyAsync() ?? [];
        var now = context.Time.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return await store.ChangeAsync(state => route(new(state, me, now, http, body)), http.RequestAborted);
    }
}
