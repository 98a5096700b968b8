global using MultiRunner.Membership;
global using MultiRunner.Repair;
global using MultiRunner.Scheduling;
