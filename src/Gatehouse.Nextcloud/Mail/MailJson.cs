using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Ocs;

namespace Gatehouse.Nextcloud.Mail;

/// <summary>All JSON of the Mail app.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(AccountData[]))]
[JsonSerializable(typeof(MailboxData[]))]
[JsonSerializable(typeof(MailboxesData))]
[JsonSerializable(typeof(MessageData))]
[JsonSerializable(typeof(TagData))]
[JsonSerializable(typeof(Dictionary<string, TagData>))]
[JsonSerializable(typeof(OcsEnvelope<FullMessageData>))]
[JsonSerializable(typeof(OcsEnvelope<string>))]
[JsonSerializable(typeof(FlagsWrite))]
[JsonSerializable(typeof(MoveWrite))]
[JsonSerializable(typeof(TagWrite))]
[JsonSerializable(typeof(OutgoingWrite))]
[JsonSerializable(typeof(StoredAnswer))]
internal sealed partial class MailJson : JsonSerializerContext;
