using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Calendar;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(CalendarList))]
[JsonSerializable(typeof(CalendarChanged))]
[JsonSerializable(typeof(EventList))]
[JsonSerializable(typeof(EventDetails))]
[JsonSerializable(typeof(EventSaved))]
[JsonSerializable(typeof(EventDeleted))]
[JsonSerializable(typeof(EventAnswer?))]
[JsonSerializable(typeof(EventRestored))]
[JsonSerializable(typeof(EventStatus?))]
[JsonSerializable(typeof(EventVisibility?))]
[JsonSerializable(typeof(CalendarAccess?))]
[JsonSerializable(typeof(FreeTime))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(int[]))]
internal sealed partial class CalendarToolsJson : JsonSerializerContext;
