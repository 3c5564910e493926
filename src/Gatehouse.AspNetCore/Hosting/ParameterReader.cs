using Gatehouse.OAuth;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Gatehouse.AspNetCore.Hosting;

/// <summary>The one place where query and form become <see cref="RequestParameters"/>.</summary>
internal static class ParameterReader
{
    private const int MaximumFormBytes = 64 * 1024;
    private const string FormMediaType = "application/x-www-form-urlencoded";

    public static RequestParameters Query(HttpRequest request) => Of(request.Query);

    /// <summary>RFC 6749 §3.2: the form of a POST; an error when it is none, too large or unreadable.</summary>
    public static async Task<Result<RequestParameters>> FormAsync(HttpRequest request)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals(FormMediaType, StringComparison.OrdinalIgnoreCase)
        )
        {
            return Fail($"The body must be {FormMediaType} (RFC 6749 section 3.2).");
        }

        if (await BoundedBody.ReadAsync(request, MaximumFormBytes) is not { } body)
        {
            return Fail("The body is larger than 64 KB.");
        }

        try
        {
            request.Body = new MemoryStream(body);
            return Of(await request.ReadFormAsync(request.HttpContext.RequestAborted));
        }
        catch (InvalidDataException problem)
        {
            return Fail(
                $"The form cannot be read: {new string([.. problem.Message.Where(c => c is >= ' ' and <= '~' and not ('"' or '\\'))])}"
            );
        }
    }

    private static RequestParameters Of(IEnumerable<KeyValuePair<string, StringValues>> values) =>
        new(values.Select(pair => KeyValuePair.Create(pair.Key, (IReadOnlyList<string?>)pair.Value.ToArray())));

    private static OAuthError Fail(string description) => new(OAuthErrorCodes.InvalidRequest, description);
}
