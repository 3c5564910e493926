using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Gatehouse.Testing.Providers;

/// <summary>A request that reached a provider.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path without query.</param>
/// <param name="Query">Query.</param>
/// <param name="Form">Form; empty where the body is none.</param>
/// <param name="Headers">Headers.</param>
/// <param name="Body">Body as text.</param>
public sealed record ProviderRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, StringValues> Query,
    IReadOnlyDictionary<string, StringValues> Form,
    IReadOnlyDictionary<string, string> Headers,
    string Body
)
{
    /// <summary>What it reached.</summary>
    public ProviderEndpoint Endpoint { get; init; }

    /// <summary>A parameter of form or query; null when it is missing or empty.</summary>
    public string? this[string name]
    {
        get
        {
            var value =
                Form.TryGetValue(name, out var sent) || Query.TryGetValue(name, out sent) ? sent.ToString() : "";
            return value.Length == 0 ? null : value;
        }
    }

    /// <summary>Whether a parameter was sent, be it empty.</summary>
    public bool Has(string name) => Form.ContainsKey(name) || Query.ContainsKey(name);

    /// <summary>A header; null when it is missing.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    internal static async Task<ProviderRequest> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var isForm =
            request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) == true;
        return new ProviderRequest(
            request.Method,
            request.Path.Value ?? "",
            request.Query.ToDictionary(),
            isForm ? QueryHelpers.ParseQuery(body) : [],
            request.Headers.ToDictionary(
                header => header.Key,
                header => header.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            ),
            body
        );
    }
}
