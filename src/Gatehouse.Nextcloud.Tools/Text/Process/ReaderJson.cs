using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Text.Process;

[JsonSerializable(typeof(ReaderAnswer))]
internal sealed partial class ReaderJson : JsonSerializerContext;
