using Gatehouse.AspNetCore.Pages;
using Gatehouse.Clients;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Consent;

/// <summary>What the consent page shows.</summary>
/// <param name="ServerName">What the server is called.</param>
/// <param name="Client">Who asks, and whether that is more than a claim.</param>
/// <param name="Redirect">Where the answer goes.</param>
/// <param name="SignIn">Where the person will sign in next, such as <c>your Nextcloud at cloud.example.com</c>.</param>
/// <param name="Switches">What is asked for, in order, and what of it is on.</param>
/// <param name="Sealed">The request, sealed for this browser.</param>
/// <param name="SupportId">The support id.</param>
/// <param name="NothingChosen">The person switched everything off and pressed Allow.</param>
/// <param name="Answered">The page of a sign-in that this browser finished a moment ago; null when there is none.</param>
public sealed record ConsentPageModel(
    string ServerName,
    ClientIdentity Client,
    RedirectUri Redirect,
    string SignIn,
    ScopeSwitchesModel Switches,
    string Sealed,
    string SupportId,
    bool NothingChosen,
    string? Answered
);
