namespace Gatehouse.OAuth.Registration;

/// <summary>A client that has just registered, with the secret the answer shows it once.</summary>
internal sealed record DynamicClient(Client Client, ClientSecret? Secret);
