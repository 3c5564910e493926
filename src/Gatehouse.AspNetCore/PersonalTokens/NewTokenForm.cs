using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.PersonalTokens;

/// <summary>What the form shows that makes a token.</summary>
/// <param name="Seal">The proof of the form.</param>
/// <param name="Switches">What there is to allow; all off at first.</param>
/// <param name="Days">The choices of its life.</param>
/// <param name="UsualDays">The one that is chosen at first.</param>
public sealed record NewTokenForm(string Seal, ScopeSwitchesModel Switches, IReadOnlyList<int> Days, int UsualDays);
