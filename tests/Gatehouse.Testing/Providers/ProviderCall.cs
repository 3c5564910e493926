using System.Text.Json.Nodes;
using Gatehouse.Testing.Providers.Tokens;
using Microsoft.AspNetCore.WebUtilities;

namespace Gatehouse.Testing.Providers;

/// <summary>A request at a provider, for its rules to judge.</summary>
/// <param name="Engine">The provider.</param>
/// <param name="Request">The request.</param>
/// <param name="Tenant">What stood in the path for <c>{tenant}</c>.</param>
public sealed record ProviderCall(ProviderEngine Engine, ProviderRequest Request, string Tenant)
{
    /// <summary>How the provider differs.</summary>
    public ProviderQuirks Quirks => Engine.Quirks;

    /// <summary>The client whose key signed the request's assertion; null when there is none.</summary>
    public ProviderClient? AssertedClient { get; init; }

    /// <summary>The scopes that were asked for.</summary>
    public IReadOnlyList<string> Scopes { get; } =
        (Request["scope"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A parameter; null when it is missing.</summary>
    public string? this[string name] => Request[name];

    /// <summary>Fills a template; <c>{askedScope}</c> and the like stand for parameters of the request.</summary>
    public string Fill(string template)
    {
        var words = Engine.Words(Tenant);
        words["askedScope"] = this["scope"];
        words["askedClient"] = this["client_id"];
        words["askedResource"] = this["resource"];
        return WordTemplate.Fill(template, words);
    }

    /// <summary>Says in the provider's words what is wrong, as a document.</summary>
    public ProviderAnswer Refuse(ErrorWords words) =>
        Quirks.Errors.Shape is { } shape
            ? shape(words, ErrorOf(words))
            : ProviderAnswer.Json(ErrorOf(words), words.Status);

    /// <summary>The same, where browsers go: back to the client.</summary>
    public ProviderAnswer RefuseBack(ErrorWords words) =>
        Back(
            words.Description is null
                ? [KeyValuePair.Create("error", (string?)words.Error)]
                :
                [
                    KeyValuePair.Create("error", (string?)words.Error),
                    KeyValuePair.Create("error_description", Filled(words)),
                ]
        );

    /// <summary>Sends the browser back to the client with the state and, where the provider does that, its name.</summary>
    public ProviderAnswer Back(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var all = parameters.ToList();
        if (this["state"] is { } state)
        {
            all.Add(KeyValuePair.Create("state", (string?)state));
        }

        if (Engine.Faults.CallbackIssuer is { } foreign)
        {
            all.Add(KeyValuePair.Create("iss", (string?)foreign));
        }
        else if (Quirks.NamesIssuerInCallback)
        {
            all.Add(KeyValuePair.Create("iss", (string?)Engine.Issuer));
        }

        var target = Quirks.IgnoresRedirectUri ? Engine.RedirectUris.FirstOrDefault() : null;
        return ProviderAnswer.Redirect(QueryHelpers.AddQueryString(target ?? this["redirect_uri"]!, all));
    }

    /// <summary>The same, where no client can be trusted: a page.</summary>
    public ProviderAnswer RefuseByPage(ErrorWords words) =>
        ProviderAnswer.Html(words.Status, $"<h1>Error</h1><p>{words.Error}: {Filled(words)}</p>");

    private string? Filled(ErrorWords words) => words.Description is null ? null : Fill(words.Description);

    private JsonObject ErrorOf(ErrorWords words)
    {
        var error = new JsonObject { ["error"] = words.Error };
        if (Filled(words) is { } description)
        {
            error["error_description"] = description;
        }

        foreach (var more in new[] { Quirks.Errors.More, words.More })
        {
            foreach (var (name, value) in JsonNode.Parse(Fill(more))!.AsObject())
            {
                error[name] = value?.DeepClone();
            }
        }

        return error;
    }
}
