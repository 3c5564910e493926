using System.Text.Json.Nodes;
using Gatehouse.AspNetCore.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.AspNetCore.Keys;

/// <summary>RFC 7517 §5: the public halves of the signing keys.</summary>
internal sealed class JwksEndpoint(SigningKeys keys) : IEndpoint
{
    public Task<IResult> HandleAsync(HttpContext context)
    {
        var list = new JsonArray([.. keys.All.Select(PublicKey)]);
        return Task.FromResult(Results.Text(new JsonObject { ["keys"] = list }.ToJsonString(), "application/json"));
    }

    private static JsonObject PublicKey(ECDsaSecurityKey key)
    {
        // RFC 7518 §6.2.1: no private parameter is ever exported here.
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new JsonObject
        {
            ["kty"] = "EC",
            ["use"] = "sig",
            ["alg"] = SecurityAlgorithms.EcdsaSha256,
            ["kid"] = key.KeyId,
            ["crv"] = "P-256",
            ["x"] = Base64UrlEncoder.Encode(point.X),
            ["y"] = Base64UrlEncoder.Encode(point.Y),
        };
    }
}
