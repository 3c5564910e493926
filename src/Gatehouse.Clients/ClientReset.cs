namespace Gatehouse.Clients;

/// <summary>How a person lets one client forget this server, so that it registers and signs in anew.</summary>
/// <param name="Step">Where and what, as a sentence; <c>NAME</c> is what the person called the server in that client.</param>
/// <param name="Command">What to type there, line by line; null when there is nothing to type.</param>
public sealed record ClientReset(string Step, string? Command = null);
