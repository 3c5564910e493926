using System.Text.Json.Serialization;

namespace Gatehouse.DemoCloud.Mail;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(MailState))]
internal sealed partial class MailStoreJson : JsonSerializerContext;
