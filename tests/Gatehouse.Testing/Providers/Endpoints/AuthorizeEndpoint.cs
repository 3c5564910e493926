using System.Net;
using Gatehouse.Testing.Providers.Tokens;

namespace Gatehouse.Testing.Providers.Endpoints;

/// <summary>RFC 6749 §4.1.1, OpenID Connect Core 1.0 §3.1.2.</summary>
internal static class AuthorizeEndpoint
{
    /// <summary>The field of the page that carries the person's name, and the one with their decision.</summary>
    private const string UserField = "sim_user";
    private const string DecisionField = "sim_decision";

    public static ProviderAnswer Answer(ProviderCall call)
    {
        var (engine, errors) = (call.Engine, call.Quirks.Errors);
        if (!engine.Clients.ContainsKey(call["client_id"] ?? ""))
        {
            return call.RefuseByPage(errors.UnknownClient);
        }

        if (!call.Quirks.IgnoresRedirectUri && !IsRegistered(engine, call["redirect_uri"]))
        {
            return call.RefuseByPage(errors.BadRedirect);
        }

        if (engine.Faults.AuthorizeError is { } planned)
        {
            return call.RefuseBack(planned);
        }

        return call.Quirks.AuthorizeRule?.Invoke(call) ?? Refusal(call) ?? Decide(call);
    }

    private static bool IsRegistered(ProviderEngine engine, string? address) =>
        address is not null && (engine.RedirectUris.Count == 0 || engine.RedirectUris.Contains(address));

    private static ProviderAnswer? Refusal(ProviderCall call)
    {
        var (quirks, errors) = (call.Quirks, call.Quirks.Errors);
        if (call["response_type"] is { } type && type != "code")
        {
            return call.RefuseBack(new ErrorWords("unsupported_response_type"));
        }

        var scopes = quirks.Scopes;
        if (scopes.Required is { } required && !call.Scopes.Contains(required))
        {
            return call.RefuseBack(errors.BadScope);
        }

        if (scopes.RefusesUnknown && call.Scopes.Any(scope => !IsKnown(call, scope)))
        {
            return call.RefuseBack(errors.BadScope);
        }

        if (TargetIsRefused(call))
        {
            return call.RefuseBack(errors.BadTarget);
        }

        var method = call["code_challenge_method"] ?? "plain";
        return quirks.Pkce switch
        {
            PkceRule.Ignored => null,
            PkceRule.Required when call["code_challenge"] is null => call.RefuseBack(errors.BadChallenge),
            _ when call["code_challenge"] is not null && method != "S256" => call.RefuseBack(errors.BadChallenge),
            _ => null,
        };
    }

    private static bool IsKnown(ProviderCall call, string scope) =>
        call.Quirks.Scopes.Known is not { } known || known.Any(one => call.Fill(one) == scope);

    private static bool TargetIsRefused(ProviderCall call) =>
        call.Quirks.Resource switch
        {
            ResourceRule.Refused => call.Request.Has("resource"),
            ResourceRule.BindsKnown => call["resource"] is { } resource && !call.Engine.KnowsResource(resource),
            ResourceRule.AudienceBindsKnown => call["audience"] is { } audience && !call.Engine.KnowsResource(audience),
            _ => false,
        };

    private static ProviderAnswer Decide(ProviderCall call)
    {
        var engine = call.Engine;
        switch (engine.Mode)
        {
            case SignInMode.Deny:
                return call.RefuseBack(call.Quirks.Errors.Denied);
            case SignInMode.Ask when call[DecisionField] is null:
                return call["prompt"] == "none" ? call.RefuseBack(new ErrorWords("login_required")) : Page(call, "");
            case SignInMode.Ask when call[DecisionField] == "deny":
                return call.RefuseBack(call.Quirks.Errors.Denied);
            case SignInMode.Ask:
                return engine.People.FirstOrDefault(person => person.UserName == call[UserField]) is { } known
                    ? Approve(call, known)
                    : Page(call, "<p>Nobody here has that name.</p>");
            default:
                return Approve(call, engine.Person);
        }
    }

    private static ProviderAnswer Approve(ProviderCall call, ProviderPerson person)
    {
        var grant = new ProviderGrant
        {
            Person = person,
            ClientId = call["client_id"]!,
            Tenant = call.Engine.TenantOf(call.Tenant),
            Scopes = [.. call.Scopes.Where(scope => IsKnown(call, scope))],
            AuthenticatedAt = call.Engine.Now,
            Audience = TokenEndpoint.Bound(call),
            IsOffline = TokenEndpoint.IsOffline(call),
            RedirectUri = call["redirect_uri"],
            Nonce = call["nonce"],
            Challenge = call.Quirks.Pkce == PkceRule.Ignored ? null : call["code_challenge"],
        };
        return call.Back([KeyValuePair.Create("code", (string?)call.Engine.Grants.NewCode(grant))]);
    }

    private static ProviderAnswer Page(ProviderCall call, string remark)
    {
        var fields = call
            .Request.Query.Concat(call.Request.Form)
            .Where(field => field.Key is not (UserField or DecisionField))
            .Select(field =>
                $"""<input type="hidden" name="{WebUtility.HtmlEncode(field.Key)}" value="{WebUtility.HtmlEncode(field.Value.ToString())}">"""
            );
        return ProviderAnswer.Html(
            200,
            $"""
            <h1>Sign in to {WebUtility.HtmlEncode(call.Quirks.Name)}</h1>{remark}
            <form method="post" action="{WebUtility.HtmlEncode(call.Request.Path)}">{string.Concat(fields)}
            <label>User name <input name="{UserField}" autocomplete="username"></label>
            <button name="{DecisionField}" value="allow">Sign in</button>
            <button name="{DecisionField}" value="deny">Deny</button>
            </form>
            """
        );
    }
}
