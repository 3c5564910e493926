using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Tables;

/// <summary>A request to Tables: who, when, and what was sent.</summary>
internal sealed record TablesCall(TablesState State, Person Me, string Now, HttpContext Context, JsonObject Body)
{
    public long Id => long.Parse((string)Context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);

    public string? Text(string name) =>
        Body[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public bool? Flag(string name) =>
        Body[name] is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            ? value.GetValue<bool>()
            : null;

    public int Query(string name, int otherwise) =>
        int.TryParse(Context.Request.Query[name], CultureInfo.InvariantCulture, out var number)
            ? Math.Max(number, 0)
            : otherwise;
}
