using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.Bench.Servers;

/// <summary>The usual way to check a token in ASP.NET Core, with RS256 and a token that says as much as ours do.</summary>
internal static class JwtBearerServices
{
    public const string TokenPath = "/bench/token";

    private const string Issuer = "https://bench.example";

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(_ => new RsaSecurityKey(RSA.Create(2048)) { KeyId = "bench" });
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services
            .AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<RsaSecurityKey>(
                (options, key) =>
                {
                    options.MapInboundClaims = false;
                    options.TokenValidationParameters = new TokenValidationParameters
                    {
                        ValidIssuer = Issuer,
                        ValidAudience = Issuer,
                        ValidTypes = ["at+jwt"],
                        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
                        IssuerSigningKey = key,
                    };
                }
            );
        services.AddAuthorization();
    }

    public static void Map(WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        PlainEndpoint.Map(app).RequireAuthorization();
        var token = Token(app.Services.GetRequiredService<RsaSecurityKey>(), TimeProvider.System);
        app.MapGet(TokenPath, context => context.Response.WriteAsync(token, context.RequestAborted));
    }

    private static string Token(RsaSecurityKey key, TimeProvider time) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = Issuer,
                TokenType = "at+jwt",
                Expires = time.GetUtcNow().UtcDateTime.AddHours(1),
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
                Claims = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["sub"] = Random(32),
                    ["client_id"] = Random(32),
                    ["sid"] = Random(16),
                    ["fam"] = Random(16),
                    ["scope"] = "echo.read echo.write",
                    ["jti"] = Random(16),
                },
            }
        );

    private static string Random(int bytes) => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(bytes));
}
