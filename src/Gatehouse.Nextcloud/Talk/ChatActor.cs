namespace Gatehouse.Nextcloud.Talk;

/// <summary>Who did something in a conversation.</summary>
/// <param name="Type"><c>users</c>, <c>guests</c>, <c>groups</c>, <c>bots</c>, <c>emails</c>, <c>federated_users</c>, ….</param>
/// <param name="Id">The id among those, e.g. the user id.</param>
/// <param name="Name">The name shown to people; may be empty.</param>
public sealed record ChatActor(string Type, string Id, string Name);
