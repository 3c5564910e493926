namespace Gatehouse.Testing.Providers.Endpoints;

/// <summary>A path of a provider.</summary>
/// <param name="Method">HTTP method; null for any.</param>
/// <param name="Template">Path with <c>{tenant}</c> for any one segment.</param>
/// <param name="Endpoint">What is there.</param>
/// <param name="Answer">How it answers.</param>
internal sealed record ProviderRoute(
    string? Method,
    string Template,
    ProviderEndpoint Endpoint,
    Func<ProviderCall, ProviderAnswer> Answer
)
{
    /// <summary>Whether a request is for it, and what stands for the tenant.</summary>
    public bool Matches(string method, string path, out string? tenant)
    {
        tenant = null;
        var (wanted, sent) = (Template.Split('/'), path.Split('/'));
        if ((Method is not null && Method != method) || wanted.Length != sent.Length)
        {
            return false;
        }

        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i] == "{tenant}" && sent[i].Length > 0)
            {
                tenant = sent[i];
            }
            else if (wanted[i] != sent[i])
            {
                return false;
            }
        }

        return true;
    }
}
