using System.Text.Json.Serialization;
using Gatehouse.OAuth.Device;
using Gatehouse.OAuth.Discovery;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Registration.Documents;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.OAuth;

/// <summary>The one JSON context of the protocol. Members without a value are left out: TypeScript clients fail on null.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(ProtectedResourceMetadata))]
[JsonSerializable(typeof(AuthorizationServerMetadata))]
[JsonSerializable(typeof(ClientRegistrationRequest))]
[JsonSerializable(typeof(ClientRegistrationResponse))]
[JsonSerializable(typeof(ClientMetadataDocument))]
[JsonSerializable(typeof(DynamicClientPayload))]
[JsonSerializable(typeof(TokenResponse))]
[JsonSerializable(typeof(DeviceAuthorizationResponse))]
[JsonSerializable(typeof(OAuthErrorResponse))]
internal sealed partial class OAuthJson : JsonSerializerContext;
