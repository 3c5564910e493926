using System.Text.Json.Serialization;
using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Device;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.AspNetCore.Tracing;

namespace Gatehouse.AspNetCore.Hosting;

/// <summary>JSON of what is sealed or stored.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(PendingRequest))]
[JsonSerializable(typeof(TransactionContent))]
[JsonSerializable(typeof(PendingDevice))]
[JsonSerializable(typeof(ClientRecordMetadata))]
[JsonSerializable(typeof(IReadOnlyList<TraceStep>))]
[JsonSerializable(typeof(SignInProgress))]
internal sealed partial class GatehouseJson : JsonSerializerContext;
