using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>A sign-in whose grant was fetched and could not be kept.</summary>
internal sealed record SpentSignIn(SignInProgress Progress, Problem Problem);
