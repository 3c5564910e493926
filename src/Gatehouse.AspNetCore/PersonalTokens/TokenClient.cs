using System.Security.Cryptography;
using System.Text.Json;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.AspNetCore.PersonalTokens;

/// <summary>
/// The client of a personal token's connection is the token itself, by name. Nobody can authenticate as it, so its token is of no use at the token
/// endpoint; all the rest (revocation, vault, audit, switches) is that of any connection.
/// </summary>
internal static class TokenClient
{
    private const string IdPrefix = "personal-token:";

    public static bool Is(ClientRecord client) => client.Id.StartsWith(IdPrefix, StringComparison.Ordinal);

    public static ClientRecord New(string name, DateTimeOffset now)
    {
        var id = IdPrefix + RandomNumberGenerator.GetHexString(32, lowercase: true);
        var metadata = new ClientMetadata(name, [], ClientAuthenticationMethod.None, "native");
        return new ClientRecord(
            TokenHash.Of(id),
            id,
            JsonSerializer.Serialize(ClientRecordMetadata.From(metadata), GatehouseJson.Default.ClientRecordMetadata),
            SecretHash: null,
            now
        );
    }
}
