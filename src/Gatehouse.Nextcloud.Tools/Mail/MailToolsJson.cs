using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Mail;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(MailboxList))]
[JsonSerializable(typeof(MailList))]
[JsonSerializable(typeof(MailText))]
[JsonSerializable(typeof(MailChanged))]
[JsonSerializable(typeof(MailDone))]
[JsonSerializable(typeof(IReadOnlyList<long>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class MailToolsJson : JsonSerializerContext;
