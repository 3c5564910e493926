using Gatehouse.AspNetCore.Pages;
using Gatehouse.Nextcloud.Hosting.Pages;
using Gatehouse.OAuth;
using Microsoft.Extensions.Options;

namespace Gatehouse.Nextcloud.Hosting.Hosting;

/// <summary>
/// The page the tool <c>access</c> links to: how a person allows more. It carries no authority and is the same for everybody: what a client
/// may do is only ever decided on the consent page, by the person, in a sign-in the client began.
/// </summary>
internal sealed class AccessPageEndpoint(IOptions<GatehouseOptions> options)
{
    public const string Pattern = "/access";

    public string Url { get; } = Issuer.Parse(options.Value.PublicUrl).Value.At(Pattern);

    public Task HandleAsync(HttpContext context) =>
        Page.WriteAsync(context, AccessPage.Create([.. options.Value.Scopes]), "Allow more, or less");
}
