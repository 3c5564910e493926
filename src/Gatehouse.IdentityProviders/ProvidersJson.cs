using System.Text.Json.Serialization;
using Gatehouse.IdentityProviders.SignIn;

namespace Gatehouse.IdentityProviders;

/// <summary>JSON of what the vault and the transactions keep for this room.</summary>
[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(SignInAttempt))]
[JsonSerializable(typeof(ProviderCredential))]
internal sealed partial class ProvidersJson : JsonSerializerContext;
