using Gatehouse.AspNetCore.Connections;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Consent;

/// <summary>What a person answered a client once, and need not be asked again while they are signed in to our pages.</summary>
/// <param name="Connection">Person, client and resource. When it ends or is switched, the answer is forgotten.</param>
/// <param name="Redirect">The address it was given for.</param>
/// <param name="Offered">The scopes they were asked for.</param>
/// <param name="Granted">The scopes they granted.</param>
public sealed record RememberedConsent(ConnectionId Connection, string Redirect, ScopeSet Offered, ScopeSet Granted);
