using Gatehouse.AspNetCore.Pages;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.AspNetCore.Registration;

/// <summary>A client that was looked for to begin a sign-in.</summary>
/// <param name="Client">The client; null when there is none.</param>
/// <param name="Problem">Why there is none, when that is more than that it is unknown.</param>
internal readonly record struct ClientFinding(Client? Client, Problem? Problem = null);
